import type { CaseId } from '@accord/domain/ids'
import type { RecordAddenda, RecordAddendum } from '@accord/domain/rest/addenda'
import { JONAH, PEOPLE } from './people.js'

const SAID_AT = Date.UTC(2026, 9, 2, 12)

/** Something that Jonah said on 2 October of an item of his record. */
export function anAddendum(
  place: Pick<RecordAddendum, 'kind' | 'item'> & Partial<RecordAddendum>,
): RecordAddendum {
  const about = { at: SAID_AT, by: JONAH, number: 3, name: null, words: 'As it stood then.' }
  return { entry: 0, number: 1, by: JONAH, at: SAID_AT, words: 'It was one stop.', about, ...place }
}

/** What the server answers when it is asked what was added. */
export function added(...addenda: readonly RecordAddendum[]): RecordAddenda {
  return { caseId: 'case' as CaseId, mayAdd: false, items: [], logs: [], addenda, people: PEOPLE }
}
