import type { RefusalCode } from '@accord/domain/refusal'
import { isStorageAway } from '../database/failures.js'
import type { LogPlace } from '../history/entry.repository.js'
import type { RoomHouse } from './room-house.js'
import { acceptedMessage, type Asked } from './room-state.js'

export function refuseOperation(asked: Asked, code: RefusalCode): void {
  asked.answer({ kind: 'refused', code })
}

/** Answers an operation that was stored before with what was stored. (LP3) */
export async function answerStored(house: RoomHouse, place: LogPlace, asked: Asked): Promise<void> {
  try {
    const entry = await house.entries.ofOperation(place, asked.clientId, asked.op)
    if (!entry) refuseOperation(asked, 'out-of-order')
    else asked.answer({ kind: 'accepted', message: acceptedMessage(place.log, house.open(entry)) })
  } catch (error) {
    if (!isStorageAway(error)) throw error
    refuseOperation(asked, 'storage-unavailable')
  }
}
