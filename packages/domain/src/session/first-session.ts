/** What is seen to when two begin to work together, in its order. It reminds, and gates nothing. (SE18) */
export const FIRST_SESSION_ITEMS = [
  'welcome',
  'limits',
  'record',
  'urgent',
  'consent',
  'fee',
  'comfort',
  'hopes',
  'goals',
  'next',
] as const
export type FirstSessionItem = (typeof FIRST_SESSION_ITEMS)[number]
