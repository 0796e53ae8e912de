import { Annotation } from '@codemirror/state'
import type { PersonId } from '@accord/domain/ids'

/** Marks a change that the client machine told of, with its author; null when own words were taken off. */
export const fromLive = Annotation.define<PersonId | null>()
