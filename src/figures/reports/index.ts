export type { Annotation, AnnotationKind, NoteSaid } from './annotation.ts'
export { ANNOTATION_KINDS, NOTE_CHARACTERS_MAX, readNote } from './annotation.ts'
export { addNote, ownerOf, removeNote } from './annotation-store.ts'
export type { AnnotationsAsked } from './find-annotations.ts'
export { findAnnotations } from './find-annotations.ts'
export { REPORTS_MIGRATIONS } from './migrations.ts'
export type { SavedView } from './saved-view.ts'
export { VIEW_NAME_CHARACTERS_MAX } from './saved-view.ts'
export {
  addSavedView,
  changeSavedView,
  removeSavedView,
  savedViews,
} from './saved-view-store.ts'
