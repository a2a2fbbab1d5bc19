/**
 * The one door to an edited text: {@link dev.digester.document.proof.DocumentEdit} applies
 * replacements and additions, and proves what comes of them. A failed proof is a defect of digester
 * ({@link dev.digester.document.proof.EditException}), and there is no result.
 *
 * <h2>The claim</h2>
 *
 * The edited text is read again by the reader of the old one. Then
 *
 * <ol>
 *   <li>all bytes between the edits are the same, in the same order;
 *   <li>the edit of a replacement lies within its scalar, which reads the wanted value, in its
 *       place, in its style or in double quotes;
 *   <li>each other node that no addition replaces is still there: same kind, anchor and tag, same
 *       parent, same order, shifted as the edits shift it;
 *   <li>every further node begins in the text of an addition. A replacement brings no nodes: {@code
 *       x\nc: z} for {@code x} is refused, though {@code x} reads {@code x}.
 * </ol>
 *
 * {@link dev.digester.document.proof.NodeProof} makes this claim, for all edits at once.
 *
 * <h2>Excerpts</h2>
 *
 * A reader of block style knows between two lines only which collections are open and whether the
 * innermost awaits a value. So of a long text only the lines are read again that edits can make
 * read differently: {@link dev.digester.document.proof.Regions} finds them, {@link
 * dev.digester.document.proof.Heads} writes lines that open the same collections, and an {@link
 * dev.digester.document.proof.Excerpt} puts them together and checks that it reads as the whole
 * does. {@link dev.digester.document.proof.PartsProof} proves edits on excerpts of bounded length;
 * {@link dev.digester.document.proof.ShiftedIndex} makes the new index from the old one where all
 * nodes stay. Where excerpts do not tell (JSON, anchors, tags, what the parser read), the whole
 * text is read.
 *
 * <pre>
 *   edits -&gt; Regions -&gt; Excerpt -&gt; edited, read again -&gt; NodeProof -&gt; Splice, or a new Document
 *                        |                                ^
 *                        +-- none: the whole text --------+
 * </pre>
 *
 * A test holds excerpts against the whole on thousands of right and wrong edits of random
 * documents.
 */
@NullMarked
package dev.digester.document.proof;

import org.jspecify.annotations.NullMarked;
