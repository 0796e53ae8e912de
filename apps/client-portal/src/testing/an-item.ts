import type { ItemPlace } from '@accord/domain/addendum/item'
import type { CaseId } from '@accord/domain/ids'
import type { RecordAddenda } from '@accord/domain/rest/addenda'
import { DAY, PEOPLE, PRACTITIONER, SELF } from './alder-house.js'

/** A record with one thing in it to which one can add. */
export function aRecordWith(caseId: CaseId, place: ItemPlace): RecordAddenda {
  const about = { at: DAY, by: PRACTITIONER, number: null, name: null, words: null }
  const item = { ...place, about, client: SELF.person.id, readers: [SELF.person.id, PRACTITIONER] }
  return { caseId, mayAdd: true, items: [item], logs: [], addenda: [], people: PEOPLE }
}
