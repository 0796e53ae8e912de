import { Link } from 'react-aria-components'
import type { ComfortProfile } from '@accord/domain/rest/comfort'
import { Button } from '@accord/ui/controls/button'
import { ForwardIcon } from '@accord/ui/icons/forward-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { firstName } from '../../../lib/people.js'
import { paths } from '../../../lib/paths.js'
import { useSelf } from '../../../lib/self-context.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'
import { useComforts, type Comfort } from '../use-comforts.js'

/** The ways to each profile: one's own, and a child's for a guardian. */
export function ComfortRows() {
  const t = usePortalMessages()
  const { comforts, error, retry } = useComforts()
  if (comforts === undefined) {
    if (error === null) return <p className="ac-muted">{t('comfort.loading')}</p>
    return (
      <div className="pt-drafts-failed">
        <p className="ac-muted">{t('comfort.failed')}</p>
        <Button onPress={retry}>{t('comfort.retry')}</Button>
      </div>
    )
  }
  if (comforts.length === 0) return <p className="ac-muted">{t('comfort.noCase')}</p>
  return (
    <ul className="pt-rows">
      {comforts.map((comfort) => (
        <li key={`${comfort.caseId}${comfort.profile.client}`}>
          <ComfortRow comfort={comfort} isOnly={comforts.length === 1} />
        </li>
      ))}
    </ul>
  )
}

function ComfortRow({ comfort, isOnly }: { readonly comfort: Comfort; readonly isOnly: boolean }) {
  const t = usePortalMessages()
  const { person } = useSelf()
  const { caseId, profile } = comfort
  const isOwn = profile.client === person.id
  const lastChange = useLastChange()
  return (
    <Link className="pt-row" href={isOnly ? paths.comfort : paths.comfortOf(caseId, profile.client)}>
      <span className="pt-row-body">
        <b>{isOwn ? t('comfort.title') : t('comfort.titleOf', { name: firstName(profile.name) })}</b>
        <span className="ac-muted">{lastChange(profile) ?? t('comfort.nothing')}</span>
      </span>
      <ForwardIcon size={20} />
    </Link>
  )
}

/** "You last changed this on 5 November"; null while nothing was ever written. */
export function useLastChange(): (profile: ComfortProfile) => string | null {
  const t = usePortalMessages()
  const format = useFormat()
  const { person } = useSelf()
  return ({ changed }) => {
    if (changed === null) return null
    const when = format.moment(new Date(changed.at), new Date())
    if (changed.by === person.id) return t('lastChange.you', { when })
    return t('lastChange.name', { name: firstName(changed.name), when })
  }
}
