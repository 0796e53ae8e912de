import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink } from '@accord/ui/controls/link'
import { ShieldAlertIcon } from '@accord/ui/icons/shield-alert-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useSelf } from '../self-context.js'
import { useWebMessages } from '../use-web-messages.js'
import { emergencyQuery, EMERGENCY_ADDRESS, endEmergency, mayBreakTheGlass } from './emergency.js'
import { partsWords } from './emergency-words.js'
import { useStanding, type Standing } from './use-standing.js'

/** On every page while a record stands open: whose, what of it, until when, and the way to end it. (EM11) */
export function EmergencyBanner() {
  const self = useSelf()
  const standing = useStanding(mayBreakTheGlass(self))
  return standing.map((one) => <OneBanner key={one.line.access} {...one} />)
}

function OneBanner({ line, minutes }: Standing) {
  const t = useWebMessages()
  const format = useFormat()
  const { pathname } = useLocation()
  const queries = useQueryClient()
  const { access, client, until, why } = line
  const address = `${EMERGENCY_ADDRESS}/${access}`
  const ending = useMutation({
    mutationFn: () => endEmergency(access),
    onSettled: () => queries.invalidateQueries({ queryKey: emergencyQuery.queryKey }),
  })
  return (
    <aside className="web-safety-banner" aria-label={t('emergency.banner.label', { client })}>
      <ShieldAlertIcon size={20} />
      <p className="ac-grow">
        {t('emergency.banner', {
          client,
          parts: partsWords(t, format, why?.parts ?? []),
          minutes,
          until: format.time(new Date(until)),
        })}
        {ending.isError && <span role="alert"> {t('emergency.end.failed')}</span>}
      </p>
      {pathname !== address && (
        <ButtonLink size="small" href={address}>
          {t('emergency.banner.look')}
        </ButtonLink>
      )}
      <Button size="small" kind="danger" isPending={ending.isPending} onPress={() => ending.mutate()}>
        {t('emergency.end')}
      </Button>
    </aside>
  )
}
