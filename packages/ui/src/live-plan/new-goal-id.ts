import { uuidV7, type GoalId } from '@accord/domain/ids'

/** The id that a new goal is proposed with. (LP7) */
export function newGoalId(): GoalId {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))) as GoalId
}
