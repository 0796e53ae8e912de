import type { SubmitEvent } from 'react'
import { useNavigate } from 'react-router'
import type { CaseConsents, ClientConsents, ConsentText } from '@accord/domain/rest/consent'
import { Button } from '@accord/ui/controls/button'
import { Switch } from '@accord/ui/controls/switch'
import { AlertIcon } from '@accord/ui/icons/alert-icon'
import { HistoryIcon } from '@accord/ui/icons/history-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { PortalShell } from '@accord/ui/shell/portal-shell'
import { NameBox } from '../../lib/name-box.js'
import { PageTitle } from '../../lib/page-title.js'
import { paths } from '../../lib/paths.js'
import { firstName } from '../../lib/people.js'
import { consentTrouble } from '../../lib/consent-trouble.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { LimitList } from './limit-list.js'
import { useConsentForm } from './use-consent-form.js'

interface ConsentFormProps {
  readonly consents: CaseConsents
  readonly of: ClientConsents
}

/** What can't stay between them, what the client says yes to, and their name under both. (CO3, CO5) */
export function ConsentForm({ consents, of }: ConsentFormProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const navigate = useNavigate()
  const form = useConsentForm(consents, of, () => {
    toasts.add({ kind: 'done', words: t('consent.signed') })
    void navigate(paths.home)
  })
  const { limits, asked, left, isNamed, isSending, error } = form
  const textOf = (purpose: ConsentText['purpose']) => consents.texts.find((text) => text.purpose === purpose)
  const work = asked.includes('working-together') ? textOf('working-together') : undefined
  const supervision = asked.includes('supervision') ? textOf('supervision') : undefined
  const supervisors = [...consents.supervisors, ...consents.awaiting].map(firstName)
  const isReady = left === 0 && isNamed
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (isReady && !isSending) form.sign()
  }
  const foot = (
    <div className="ac-portal-actions pt-comfort-foot">
      <p role="alert" className="pt-comfort-trouble">
        {error !== null && (
          <>
            <AlertIcon size={18} />
            {consentTrouble(t, error)}
          </>
        )}
      </p>
      <p className="ac-muted pt-share-note" role="status">
        {left > 0 ? t('consent.left', { count: left }) : isNamed ? t('consent.ready') : t('consent.unnamed')}
      </p>
      <Button
        kind="primary"
        size="large"
        block
        type="submit"
        form="consent"
        isDisabled={!isReady}
        isPending={isSending}
      >
        {t('consent.sign')}
      </Button>
    </div>
  )
  return (
    <PortalShell title={t('consent.page')} back={{ href: paths.home, label: t('rooms.home') }} foot={foot}>
      <PageTitle name={t('consent.page')} />
      <form id="consent" className="pt-consent" onSubmit={send} noValidate>
        {limits !== undefined && (
          <section aria-labelledby="limits">
            <h2 className="pt-consent-title" id="limits" dir="auto">
              {limits.title}
            </h2>
            <p className="pt-consent-words" dir="auto">
              {limits.words}
            </p>
            <LimitList points={limits.points} isRead={form.isRead} onTick={form.tick} />
            <p className="ac-muted pt-consent-note">
              <HistoryIcon size={20} />
              <span>{t('consent.written')}</span>
            </p>
          </section>
        )}
        <h2 className="ac-portal-section">{t('consent.yes')}</h2>
        <ul className="pt-rows pt-consent-rows">
          {work !== undefined && (
            <li>
              <div className="pt-consent-row">
                <b dir="auto">
                  {t('consent.work', { names: format.list(consents.practitioners.map(firstName)) })}
                </b>
                <span className="ac-muted">{t('consent.needed')}</span>
              </div>
              <p className="ac-muted" dir="auto">
                {work.words}
              </p>
            </li>
          )}
          {supervision !== undefined && (
            <li>
              <Switch
                label={
                  supervisors.length === 0
                    ? supervision.title
                    : t('consent.supervision', { names: format.list(supervisors) })
                }
                note={<span dir="auto">{supervision.words}</span>}
                isOn={form.supervision}
                onChange={form.setSupervision}
              />
              <p className="ac-muted pt-consent-means" role="status">
                {t(form.supervision ? 'consent.supervision.on' : 'consent.supervision.off')}
              </p>
            </li>
          )}
        </ul>
        <NameBox name={form.name} onChange={form.setName} of={of} />
      </form>
    </PortalShell>
  )
}
