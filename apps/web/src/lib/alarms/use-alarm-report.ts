import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AlarmReport } from '@accord/domain/history/alarm'
import type { LogId } from '@accord/domain/ids'
import { ALARMS_KEY, reportAlarm } from './alarms.js'

/** Whether the server knows what this browser found. */
export type Telling = 'telling' | 'told' | 'failed'

/** Tells the server once what this browser found in a record; null while nothing is wrong with it. (HI20) */
export function useAlarmReport(plan: LogId, report: AlarmReport | null): Telling {
  const queries = useQueryClient()
  const { mutate, status } = useMutation({
    mutationFn: (found: AlarmReport) => reportAlarm(plan, found),
    onSuccess: () => queries.invalidateQueries({ queryKey: ALARMS_KEY }),
  })
  // As text: a page that draws again finds the same thing again, and says it once.
  const said = report === null ? null : JSON.stringify(report)
  useEffect(() => {
    if (said !== null) mutate(JSON.parse(said) as AlarmReport)
  }, [said, mutate])
  return status === 'success' ? 'told' : status === 'error' ? 'failed' : 'telling'
}
