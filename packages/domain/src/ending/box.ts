import type { PartyRelation } from '../case/party.js'

/** What is written into: a client's two boxes, and a practitioner's two. (EN2) */
export const ENDING_BOXES = ['changed', 'take-with', 'saw', 'come-back'] as const
export type EndingBox = (typeof ENDING_BOXES)[number]

/** What helps, and whom to call when it gets hard again. (EN4) */
export const ENDING_LISTS = ['coping', 'call'] as const
export type EndingList = (typeof ENDING_LISTS)[number]

/** In UTF-16 code units. (EN2, EN4) */
export const LONGEST_BOX = 4_000
export const LONGEST_LINE = 300
/** Lines of one list, those that are crossed out included. (EN4) */
export const MOST_LINES = 40
/** All that is ever done in one pack: far beyond what people write, and few enough to be folded at once. */
export const MOST_ACTS = 5_000

const BOXES_OF: Readonly<Record<PartyRelation, readonly EndingBox[]>> = {
  client: ['changed', 'take-with'],
  guardian: ['changed', 'take-with'],
  practitioner: ['saw', 'come-back'],
}

/** The boxes that somebody of this relation writes. (EN2) */
export function boxesOf(relation: PartyRelation): readonly EndingBox[] {
  return BOXES_OF[relation]
}
