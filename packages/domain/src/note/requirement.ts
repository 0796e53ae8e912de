import type { Discipline } from '../case/discipline.js'
import { sectionIds, wordsIn, type NoteContent } from './content.js'

/** What a discipline's note should not leave out. */
export type Element =
  | 'when-and-who'
  | 'goals'
  | 'intervention'
  | 'response'
  | 'symptoms'
  | 'risk'
  | 'next'
  | 'complaint'
  | 'findings'
  | 'treatment'
  | 'home-care'
  | 'areas-to-avoid'
  | 'touch'
  | 'before-after'
  | 'own-impression'
  | 'aftercare'
  | 'health-history'
  | 'consent'

/** One element, where it usually stands, and who says that it should. (NO2) */
export interface Requirement {
  readonly element: Element
  /** The sections of which one usually holds it; none for what the session itself knows, or what only the writer can tell. */
  readonly sections: readonly string[]
  readonly source: string
}

const PROGRESS_NOTE = '45 CFR 164.501 (what belongs in the progress note)'
const MASSAGE = 'MBLEx content outline; state massage documentation rules'
const ENERGY = 'Energy-work record keeping; informed-consent practice'

const TALKING: readonly Requirement[] = [
  { element: 'when-and-who', sections: [], source: PROGRESS_NOTE },
  { element: 'goals', sections: ['goal'], source: PROGRESS_NOTE },
  {
    element: 'symptoms',
    sections: ['subjective', 'objective', 'data', 'behaviour', 'assessment'],
    source: PROGRESS_NOTE,
  },
  { element: 'intervention', sections: ['intervention', 'objective', 'data'], source: PROGRESS_NOTE },
  { element: 'response', sections: ['response', 'assessment'], source: PROGRESS_NOTE },
  { element: 'risk', sections: [], source: 'Progress-note minimum in psychotherapy practice' },
  { element: 'next', sections: ['plan'], source: PROGRESS_NOTE },
]

const REQUIRED: Readonly<Record<Discipline, readonly Requirement[]>> = {
  psychotherapy: TALKING,
  counselling: TALKING,
  massage: [
    { element: 'when-and-who', sections: [], source: MASSAGE },
    { element: 'complaint', sections: ['subjective', 'data', 'reason'], source: MASSAGE },
    { element: 'findings', sections: ['objective', 'data'], source: MASSAGE },
    { element: 'areas-to-avoid', sections: ['care'], source: MASSAGE },
    { element: 'response', sections: ['assessment', 'response'], source: MASSAGE },
    { element: 'treatment', sections: ['plan', 'intervention'], source: MASSAGE },
    { element: 'home-care', sections: ['plan'], source: MASSAGE },
  ],
  reiki: [
    { element: 'when-and-who', sections: [], source: ENERGY },
    { element: 'touch', sections: ['touch', 'intervention', 'data'], source: ENERGY },
    { element: 'before-after', sections: ['before', 'after'], source: ENERGY },
    { element: 'own-impression', sections: ['observations', 'objective'], source: ENERGY },
    { element: 'aftercare', sections: ['aftercare', 'plan'], source: ENERGY },
  ],
}

const INTAKE: readonly Requirement[] = [
  {
    element: 'health-history',
    sections: ['history', 'health'],
    source: 'Intake practice of all four disciplines',
  },
  { element: 'areas-to-avoid', sections: ['care'], source: MASSAGE },
  { element: 'consent', sections: ['explained'], source: 'Informed consent before treatment' },
]

/** `known`: the session says it; `there`: a section that usually holds it has words; `look`: only the writer can tell. */
export type Standing = 'known' | 'there' | 'missing' | 'look'

/** What a discipline asks of a note, and whether there is something where it usually stands. A hint, never a block. (NO2) */
export function requirementsFor(
  discipline: Discipline,
  content: NoteContent,
): readonly (Requirement & { readonly standing: Standing })[] {
  const asked = content.form.kind === 'intake' ? INTAKE : REQUIRED[discipline]
  return asked.map((one) => ({ ...one, standing: standingOf(one, content) }))
}

function standingOf({ element, sections }: Requirement, content: NoteContent): Standing {
  if (element === 'when-and-who') return 'known'
  if (element === 'goals' && content.quotes.length > 0) return 'there'
  if (element === 'findings' && content.marks.length > 0) return 'there'
  const own = sections.filter((name) => sectionIds(content.form).includes(name))
  if (own.length === 0) return 'look'
  return own.some((name) => wordsIn(content, name).trim() !== '') ? 'there' : 'missing'
}
