/** The forms of a note [FHIR Composition]. The first four hold the same content, grouped otherwise. (NO1) */
export const NOTE_KINDS = ['soap', 'dap', 'birp', 'girp', 'reiki', 'massage', 'intake', 'free'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** The sections that are built in; what a clinic's own template calls its sections is its own. */
const SECTIONS = [
  'subjective',
  'objective',
  'data',
  'assessment',
  'behaviour',
  'goal',
  'intervention',
  'response',
  'plan',
  'before',
  'touch',
  'observations',
  'after',
  'aftercare',
  'reason',
  'history',
  'health',
  'care',
  'hopes',
  'explained',
  'words',
] as const
export type SectionName = (typeof SECTIONS)[number]

const SECTIONS_OF: Readonly<Record<NoteKind, readonly SectionName[]>> = {
  soap: ['subjective', 'objective', 'assessment', 'plan'],
  dap: ['data', 'assessment', 'plan'],
  birp: ['behaviour', 'intervention', 'response', 'plan'],
  girp: ['goal', 'intervention', 'response', 'plan'],
  reiki: ['before', 'touch', 'observations', 'after', 'aftercare'],
  massage: ['subjective', 'objective', 'assessment', 'plan'],
  intake: ['reason', 'history', 'health', 'care', 'hopes', 'explained'],
  free: ['words'],
}

/** The sections of a form, in their order. */
export function sectionsOf(kind: NoteKind): readonly SectionName[] {
  return SECTIONS_OF[kind]
}

/** Whether a form has a picture of the body beside its sections. (NO5) */
export function hasBodyMap(kind: NoteKind): boolean {
  return kind === 'massage'
}

/** True for a section that is built in. */
export function isSectionName(name: string): name is SectionName {
  return (SECTIONS as readonly string[]).includes(name)
}
