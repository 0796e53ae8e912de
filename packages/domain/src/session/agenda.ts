import type { PartyRelation } from '../case/party.js'
import type { PersonId } from '../ids.js'
import { hasForbiddenCharacter } from '../text/characters.js'

/** So many things a client may bring to a session; a practitioner brings as many as they like, after them. (SE9) */
export const MOST_OF_A_CLIENT = 3
export const MOST_ON_AN_AGENDA = 20
/** In UTF-16 code units. */
export const LONGEST_SUBJECT = 200

export const SUBJECT_STATES = ['open', 'now', 'done', 'withdrawn'] as const
export type SubjectState = (typeof SUBJECT_STATES)[number]

/** Something to talk about. Times in ms. */
export interface AgendaSubject {
  readonly subject: string
  readonly by: PersonId
  readonly relation: PartyRelation
  readonly words: string
  readonly state: SubjectState
  readonly at: number
}

/** What is on the agenda, the clients' and guardians' first, each in the order in which they were brought. (SE9) */
export function agendaInOrder(subjects: readonly AgendaSubject[]): readonly AgendaSubject[] {
  const rank = ({ relation }: AgendaSubject) => (relation === 'practitioner' ? 1 : 0)
  return subjects
    .filter(({ state }) => state !== 'withdrawn')
    .sort((a, b) => rank(a) - rank(b) || a.at - b.at || (a.subject < b.subject ? -1 : 1))
}

/** True when somebody may still bring something. (SE9) */
export function hasRoomFor(
  agenda: readonly AgendaSubject[],
  { person, relation }: { readonly person: PersonId; readonly relation: PartyRelation },
): boolean {
  const kept = agendaInOrder(agenda)
  if (relation === 'practitioner') return kept.length < MOST_ON_AN_AGENDA
  return kept.filter(({ by }) => by === person).length < MOST_OF_A_CLIENT
}

/** True for words that fit on one line of an agenda. */
export function isSubject(words: string): boolean {
  const said = words.trim()
  return said !== '' && said.length <= LONGEST_SUBJECT && !said.includes('\n') && !hasForbiddenCharacter(said)
}
