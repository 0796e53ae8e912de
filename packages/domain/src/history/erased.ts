import type { PersonId } from '../ids.js'

/** What a log begins with anew when its case was erased: whatever stood before it is gone. (ER3) */
export interface ErasedPayload {
  readonly kind: 'erased'
}

/** The author of what the house did by itself because a rule's date had passed. (ER3) */
export const ERASED_BY_RULE = '00000000-0000-0000-0000-000000000000' as PersonId
