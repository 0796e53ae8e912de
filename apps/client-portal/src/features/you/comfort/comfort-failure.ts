import type { ComfortProfile } from '@accord/domain/rest/comfort'
import { firstName } from '../../../lib/people.js'
import { failureOf } from '../../../lib/request.js'
import { useSelf } from '../../../lib/self-context.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'

/** Why it was not saved, that nothing is lost, and what to do next. */
export function useComfortFailure({ changed }: ComfortProfile): (error: Error) => string {
  const t = usePortalMessages()
  const { person } = useSelf()
  return (error) => {
    const failure = failureOf(error)
    if (failure?.kind === 'unreachable') return t('comfort.unreachable')
    if (failure?.code === 'case-closed') return t('comfort.closedMeanwhile')
    if (failure?.code !== 'words-changed') return t('comfort.ours')
    const isOther = changed !== null && changed.by !== person.id
    return t('comfort.changedMeanwhile', {
      by: isOther ? 'other' : 'you',
      name: isOther ? firstName(changed.name) : '',
    })
  }
}
