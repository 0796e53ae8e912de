import { useQuery } from '@tanstack/react-query'
import { CallForm } from '../../../lib/call-form.js'
import { callQuery } from '../../../lib/call.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

/** A practitioner's own room, for all their remote sessions that have none of their own. (SE14) */
export function OwnCall() {
  const t = useWebMessages()
  const { data } = useQuery(callQuery)
  if (data === undefined) return null
  return (
    <section className="web-own-call">
      <h2 className="ac-subheading">{t('ownCall.title')}</h2>
      <CallForm
        key={data.own}
        whose="self"
        link={data.own}
        label={t('ownCall.link')}
        hint={t(data.clinic === null ? 'ownCall.hint' : 'ownCall.hintClinic')}
      />
    </section>
  )
}
