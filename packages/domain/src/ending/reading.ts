/** For how long clients read on after a case has closed, in days. (EN10) */
export const READING_DAYS = { fewest: 30, most: 3_650, usual: 365 } as const
