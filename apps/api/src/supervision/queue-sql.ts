/** A column's time in whole ms. */
export const MS = (column: string): string => `floor(extract(epoch FROM ${column}) * 1000)::float8`

/** Of the access events `v`, those by which a supervisor had the plan, its history or a replay before them. (SQ2) */
export const LOOKED = `v.relation = 'supervisor'
    AND v.what IN ('plan-opened', 'plan-left', 'history-read', 'replay-opened', 'replay-left')`
