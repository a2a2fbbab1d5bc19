@NullMarked
package dev.digester.kustomization;

import org.jspecify.annotations.NullMarked;
