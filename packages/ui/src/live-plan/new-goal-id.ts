import { uuidV7, type GoalId } from '@accord/domain/ids'

/** The id that a new goal is proposed with. (LP7) */
export function newGoalId(): GoalId {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10))) as GoalId
}

/**
 * The id that a draft is begun with. It becomes the goal's when the draft is shared, so it holds no time: nobody learns
 * from it how long its writer kept it. (DR5)
 */
export function newDraftId(): GoalId {
  return uuidV7(0, crypto.getRandomValues(new Uint8Array(10))) as GoalId
}
