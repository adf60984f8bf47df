/** What the matrix needs only when something is changed, listed or taken out of it: loaded together. */
export { editor } from './matrix-editor.js';
export { pasted, saveFile } from './matrix-file.js';
export { memberList } from './matrix-list.js';
export { isConflict, readAgain, unsavedList } from './matrix-unsaved.js';
