/** What somebody noticed in working together goes through these, one after the other. (AL6, BA1) */
export const STATIONS = ['noticed', 'talked', 'changed'] as const
export type Station = (typeof STATIONS)[number]

/** True when a step towards `to` goes back. */
export function isBack(from: Station, to: Station): boolean {
  return STATIONS.indexOf(to) < STATIONS.indexOf(from)
}
