import { useQuery } from '@tanstack/react-query'
import type { EmergencyLine } from '@accord/domain/rest/emergency'
import type { SafetyAlert } from '@accord/domain/safety/alert'
import { Link } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { consentNewsQuery } from '../../lib/consent-news.js'
import { emergencyQuery, OPENINGS_ADDRESS, unreviewedOf } from '../../lib/emergency/emergency.js'
import { openingTitle } from '../../lib/emergency/emergency-words.js'
import { guardiansQuery } from '../../lib/guardians.js'
import { resetCodesQuery } from '../../lib/reset-codes.js'
import { safetyAddress, safetyAlertsQuery } from '../../lib/safety/safety.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { ClientsTold } from './clients-told.js'
import { CodesToTell } from './codes-to-tell.js'
import { GuardiansTold } from './guardians-told.js'

/** What the bell tells besides news of plans, and how much of it there is. */
export function usePressing() {
  const urgent = useQuery(safetyAlertsQuery).data?.alerts ?? []
  const opened = unreviewedOf(useQuery(emergencyQuery).data)
  const codes = useQuery(resetCodesQuery).data?.codes ?? []
  const ending = useQuery(guardiansQuery).data?.lines ?? []
  const answered = useQuery(consentNewsQuery).data
  const said = answered === undefined ? 0 : answered.news.length + answered.addenda.length
  const count = urgent.length + opened.length + codes.length + ending.length + said
  return { urgent, opened, codes, ending, answered: said > 0 ? answered : undefined, count }
}

/** The most urgent first. */
export function Pressing({ of }: { readonly of: ReturnType<typeof usePressing> }) {
  const { urgent, opened, codes, ending, answered } = of
  return (
    <>
      {urgent.length > 0 && <Urgent alerts={urgent} />}
      {opened.length > 0 && <Opened lines={opened} />}
      {codes.length > 0 && <CodesToTell codes={codes} />}
      {ending.length > 0 && <GuardiansTold lines={ending} />}
      {answered !== undefined && <ClientsTold list={answered} />}
    </>
  )
}

/** What somebody has to see is no news that could be marked as seen: a person says that they know. (SA3) */
function Urgent({ alerts }: { readonly alerts: readonly SafetyAlert[] }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  return (
    <ul>
      {alerts.map((alert) => (
        <li key={alert.id}>
          <Link href={safetyAddress(alert)}>{t('safety.bell', { name: alert.clientName })}</Link>
          <p className="ac-muted ac-small">{format.moment(new Date(alert.at), now)}</p>
        </li>
      ))}
    </ul>
  )
}

/** It stays until it is reviewed: nobody marks it as seen. (EM9) */
function Opened({ lines }: { readonly lines: readonly EmergencyLine[] }) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.access}>
          <Link href={`${OPENINGS_ADDRESS}#${line.access}`}>{openingTitle(t, line)}</Link>
          <p className="ac-muted ac-small">{format.moment(new Date(line.at), now)}</p>
        </li>
      ))}
    </ul>
  )
}
