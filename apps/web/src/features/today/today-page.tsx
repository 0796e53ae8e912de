import { useQuery } from '@tanstack/react-query'
import type { AttentionList } from '@accord/domain/rest/attention'
import { ButtonLink } from '@accord/ui/controls/link'
import { useFormat } from '@accord/ui/messages/use-format'
import { ConsolePage } from '@accord/ui/shell/console-shell'
import { AGREED_HALVES } from '@accord/ui/seal/seal-half'
import { EmptyState } from '@accord/ui/states/empty-state'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import {
  alarmNewsOf,
  askedLooksOf,
  attentionQuery,
  concernsOf,
  countConcerns,
  reviewNewsOf,
} from '../../lib/attention.js'
import { FailedPage } from '../../lib/failed-page.js'
import { Frame } from '../../lib/frame.js'
import { useSelf } from '../../lib/self-context.js'
import { useNow } from '../../lib/use-now.js'
import { usePageTitle } from '../../lib/use-page-title.js'
import { useVoice, voiceOf } from '../../lib/use-voice.js'
import { useWebMessages, type WebTranslate } from '../../lib/use-web-messages.js'
import { safetyAlertsQuery, seesAlerts } from '../../lib/safety/safety.js'
import { allianceCuesQuery } from '../../lib/alliance-cues.js'
import { emergencyQuery, toReviewOf } from '../../lib/emergency/emergency.js'
import { AlarmRow } from './alarm-row.js'
import { AskedLook } from './asked-look.js'
import { DaySessions } from './day-sessions.js'
import { ConcernRow } from './concern-row.js'
import { CueRow } from './cue-row.js'
import { SafetyRow } from './safety-row.js'
import { EmergencyRow } from './emergency-row.js'
import { ReviewRow } from './review-row.js'
import { NoteRows } from './note-rows.js'
import { OwnSteps } from './own-steps.js'

/** The first page of a day: what is worth attention in all of one's cases, and what one said one would do. */
export function TodayPage() {
  const t = useWebMessages()
  const self = useSelf()
  const format = useFormat()
  const now = useNow()
  const { data: list, error, refetch } = useQuery(attentionQuery)
  const { data: told } = useQuery({ ...safetyAlertsQuery, enabled: seesAlerts(self) })
  const { data: news } = useQuery(emergencyQuery)
  usePageTitle(t('rooms.today'))
  useVoice(voiceOf(self))
  return (
    <Frame crumbs={[{ label: self.clinic.name }]}>
      <ConsolePage
        title={t('today.title', { day: format.day(now, now) })}
        {...(list === undefined
          ? {}
          : { lead: leadOf(t, list, { urgent: told?.alerts.length ?? 0, opened: toReviewOf(news).length }) })}
      >
        {self.roles.includes('practitioner') && <DaySessions />}
        <NoteRows />
        {list !== undefined && <Day list={list} />}
        {list === undefined && error === null && <GoalSkeleton sentence={t('today.loading')} />}
        {list === undefined && error !== null && (
          <FailedPage error={error} what={t('today.what')} onRetry={() => void refetch()} />
        )}
      </ConsolePage>
    </Frame>
  )
}

/** Somebody who may be in danger comes first of all, then a record that doesn't hold. (SA3, AT13) */
function leadOf(
  t: WebTranslate,
  list: AttentionList,
  { urgent, opened }: { readonly urgent: number; readonly opened: number },
): string {
  const count = countConcerns(list) + opened
  if (urgent > 0) return t('today.lead.safety', { urgent, count })
  const alarms = alarmNewsOf(list).length
  return alarms === 0 ? t('today.lead', { count }) : t('today.lead.alarm', { alarms, count: count - alarms })
}

function Day({ list }: { readonly list: AttentionList }) {
  const t = useWebMessages()
  const self = useSelf()
  const { roles } = self
  const concerns = concernsOf(list)
  const asked = askedLooksOf(list)
  const reviews = reviewNewsOf(list)
  const alarms = alarmNewsOf(list)
  const isPractitioner = roles.includes('practitioner')
  const { data: worthAsking, isError } = useQuery({ ...allianceCuesQuery, enabled: isPractitioner })
  const cues = worthAsking?.cues ?? []
  const { data: told } = useQuery({ ...safetyAlertsQuery, enabled: seesAlerts(self) })
  const urgent = told?.alerts ?? []
  const { data: news } = useQuery(emergencyQuery)
  const opened = toReviewOf(news)
  const count = [concerns, asked, reviews, alarms, cues, urgent, opened].reduce(
    (sum, { length }) => sum + length,
    0,
  )
  return (
    <div className="web-day">
      <section aria-labelledby="worth-attention">
        <div className="web-day-head">
          <h2 className="ac-heading" id="worth-attention">
            {t('today.attention')}
          </h2>
          {concerns.length > 1 && <span className="ac-muted ac-small">{t('today.oldest')}</span>}
        </div>
        {count === 0 ? (
          <EmptyState
            title={t('today.empty.title')}
            sentence={t('today.empty.sentence')}
            halves={AGREED_HALVES}
            actions={<ButtonLink href="/clients">{t('today.empty.clients')}</ButtonLink>}
          />
        ) : (
          <ul className="web-concerns">
            {urgent.map((alert) => (
              <SafetyRow key={alert.id} alert={alert} />
            ))}
            {alarms.map((one) => (
              <AlarmRow key={one.concern.id} news={one} />
            ))}
            {opened.map((line) => (
              <EmergencyRow key={line.access} line={line} />
            ))}
            {cues.map((of) => (
              <CueRow key={`${of.caseId}${of.client}${of.cue.kind}`} of={of} />
            ))}
            {asked.map((concern) => (
              <AskedLook key={concern.look.look} concern={concern} />
            ))}
            {reviews.map((one) => (
              <ReviewRow key={one.concern.id} news={one} />
            ))}
            {concerns.map((concern, index) => (
              <ConcernRow key={`${concern.of.caseId}${concern.item.goal}${index}`} concern={concern} />
            ))}
          </ul>
        )}
        {isError && <p className="ac-muted ac-small">{t('today.cue.failed')}</p>}
      </section>
      {isPractitioner && (
        <section aria-labelledby="own-steps">
          <div className="web-day-head">
            <h2 className="ac-heading" id="own-steps">
              {t('today.steps')}
            </h2>
          </div>
          <OwnSteps list={list} />
        </section>
      )}
    </div>
  )
}
