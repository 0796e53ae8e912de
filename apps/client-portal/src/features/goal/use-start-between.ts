import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import type { CaseId, GoalId, LogId } from '@accord/domain/ids'
import { casesQuery } from '../../lib/cases.js'
import { openConfidentialLog } from '../../lib/confidence.js'
import { paths } from '../../lib/paths.js'
import type { FirstWords } from './begin-in-log.js'

interface Begun {
  readonly log: LogId
  readonly first: FirstWords
}

/** Starts a goal in what is kept from a guardian, and goes there. The plan is told nothing of it. (CF2) */
export function useStartBetween(caseId: CaseId | null) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [stage, setStage] = useState<'ready' | 'opening' | 'failed'>('ready')
  const [begun, setBegun] = useState<Begun | null>(null)
  const log = begun?.log
  const start = async (first: FirstWords) => {
    if (caseId === null) return
    setStage('opening')
    try {
      setBegun({ log: (await openConfidentialLog(caseId)).log, first })
    } catch {
      setStage('failed')
    }
  }
  const goThere = useCallback(
    (goal: GoalId) => {
      if (log === undefined) return
      void client.invalidateQueries(casesQuery)
      void navigate(paths.goal(log, goal), { replace: true, state: { isFresh: true } })
    },
    [client, navigate, log],
  )
  return { stage, begun, start, goThere }
}
