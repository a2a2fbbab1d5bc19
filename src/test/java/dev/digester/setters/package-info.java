@NullMarked
package dev.digester.setters;

import org.jspecify.annotations.NullMarked;
