export type { Annotation, AnnotationKind } from './annotation.ts'
export { NOTE_CHARACTERS_MAX, readNote } from './annotation.ts'
export type { SavedView } from './saved-view.ts'
export { VIEW_NAME_CHARACTERS_MAX } from './saved-view.ts'
