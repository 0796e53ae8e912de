import type { PartyRelation } from '@accord/domain/case/party'
import type { Refusal } from '@accord/domain/refusal'
import type { AttributedText } from '@accord/domain/text/attributed'
import type { LogPlace } from '../history/entry.repository.js'
import type { RoomHouse } from './room-house.js'
import { stageOperation, type Asked, type RoomState, type StagedOperation } from './room-state.js'

/** Only giving words back needs to know how the plan once was. (HI8) */
export function needsPast({ operation }: Asked): boolean {
  return operation.kind === 'command' && operation.command.name === 'wording.restore'
}

/** The last entry that somebody had before them when they asked; 0 where it is not said. */
export function hadRead({ operation }: Asked): number {
  if (operation.kind === 'text') return operation.text.base
  return operation.command.name === 'agreement.answer' ? operation.command.readAt : 0
}

/** How the field stood that somebody wants back; null for a moment that there was not. (HI8) */
export async function pastOf(
  house: RoomHouse,
  place: LogPlace,
  lastSeq: number,
  { operation }: Asked,
): Promise<AttributedText | null> {
  if (operation.kind !== 'command' || operation.command.name !== 'wording.restore') return null
  const { to } = operation.command
  return to > lastSeq ? null : house.textAt(place, to, operation.command)
}

/** Somebody whose rights and number hold, and what they ask. */
export interface Admitted {
  readonly asked: Asked
  readonly past: AttributedText | null
  readonly relation: PartyRelation
}

/** Stages an operation on a state, at a time that never lies before the entry before it. */
export function stageIn(
  house: RoomHouse,
  { clinic, log, writer }: LogPlace,
  state: RoomState,
  { asked, past, relation }: Admitted,
): StagedOperation | Refusal {
  // The clock may go back, the log does not. (HI1)
  const at = Math.max(house.clock.now(), state.position.at)
  const operation =
    past && asked.operation.kind === 'command' ? { ...asked.operation, past } : asked.operation
  const tellsDeletions = writer === undefined
  const sealing = { clinic, key: house.keys.open(log), at, limits: house.limits.plan, tellsDeletions }
  return stageOperation(state, asked, operation, { person: asked.actor.person, relation }, sealing)
}
