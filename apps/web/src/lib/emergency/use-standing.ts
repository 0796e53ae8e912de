import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { EmergencyLine } from '@accord/domain/rest/emergency'
import { emergencyQuery, standingOf } from './emergency.js'

/** An opening that stands, and how long yet, in whole minutes. */
export interface Standing {
  readonly line: EmergencyLine
  readonly minutes: number
}

const MINUTE = 60_000

/** The reader's openings, by the server's clock: what is over is gone at once, also where the network is. (EM5, EM11) */
export function useStanding(isAsked: boolean): readonly Standing[] {
  const { data: news, dataUpdatedAt } = useQuery({ ...emergencyQuery, enabled: isAsked })
  const [, setTick] = useState(0)
  const serverNow = news === undefined ? 0 : news.at + (Date.now() - dataUpdatedAt)
  const standing = standingOf(news)
    .filter(({ until }) => until > serverNow)
    .map((line) => ({ line, minutes: Math.ceil((line.until - serverNow) / MINUTE) }))
  const nextEnd = Math.min(...standing.map(({ line }) => line.until - serverNow))
  useEffect(() => {
    if (!Number.isFinite(nextEnd)) return undefined
    const timer = setTimeout(() => setTick((tick) => tick + 1), Math.min(nextEnd + 50, MINUTE / 2))
    return () => clearTimeout(timer)
  })
  return standing
}
