import { useState } from 'react'
import type { CaseConsents, ClientConsents, ConsentRow } from '@accord/domain/rest/consent'
import { Button } from '@accord/ui/controls/button'
import { Switch } from '@accord/ui/controls/switch'
import { useFormat } from '@accord/ui/messages/use-format'
import { useAnswerConsent } from '../../lib/consents.js'
import { consentTrouble } from '../../lib/consent-trouble.js'
import { firstName } from '../../lib/people.js'
import { toasts } from '../../lib/toasts.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { SignSheet } from './sign-sheet.js'
import { StopSheet } from './stop-sheet.js'

interface PurposeRowProps {
  readonly consents: CaseConsents
  readonly of: ClientConsents
  readonly purpose: 'working-together' | 'supervision'
  /** The answer that counts; null before there is one. */
  readonly entry: ConsentRow | null
}

/** One of the two that a practice asks for. A yes is signed; a no is one touch, and the work's end is confirmed. (CO6, CO7) */
export function PurposeRow({ consents, of, purpose, entry }: PurposeRowProps) {
  const t = usePortalMessages()
  const format = useFormat()
  const [sheet, setSheet] = useState<'sign' | 'stop' | null>(null)
  const text = consents.texts.find((one) => one.purpose === purpose)
  const { mutate, isPending } = useAnswerConsent(consents.caseId, () => setSheet(null))
  if (text === undefined) return null
  const names =
    purpose === 'supervision' ? [...consents.supervisors, ...consents.awaiting] : consents.practitioners
  const values = { names: format.list(names.map(firstName)) }
  const isWork = purpose === 'working-together'
  const label = names.length === 0 ? text.title : t(isWork ? 'consent.work' : 'consent.supervision', values)
  const day = entry && format.day(new Date(entry.at), new Date())
  const standing = entry === null ? 'asked' : entry.answer
  const note =
    standing === 'asked' ? t('consent.standing.asked') : t(`consent.standing.${standing}`, { day: day ?? '' })
  const sayNo = () =>
    mutate(
      {
        client: of.client,
        body: { name: null, acknowledged: 0, said: [{ purpose, answer: 'no', text: text.hash }] },
      },
      {
        onSuccess: () =>
          toasts.add({ kind: 'done', words: t(isWork ? 'consent.stopped' : 'consent.withdrawn') }),
        onError: (error) => toasts.add({ kind: 'failed', words: consentTrouble(t, error) }),
      },
    )
  const isYes = entry?.answer === 'given'
  return (
    <>
      {isWork ? (
        <div className="pt-consent-row">
          <span className="pt-row-body">
            <b dir="auto">{label}</b>
            <span className="ac-muted">{note}</span>
          </span>
          {of.mayAnswer && (
            <Button size="small" onPress={() => setSheet(isYes ? 'stop' : 'sign')}>
              {t(isYes ? 'consent.stop' : entry === null ? 'consent.readSign' : 'consent.begin')}
            </Button>
          )}
        </div>
      ) : (
        <Switch
          label={<span dir="auto">{label}</span>}
          note={entry === null && consents.supervisors.length > 0 ? t('consent.standing.arranged') : note}
          isOn={isYes || (entry === null && consents.supervisors.length > 0)}
          isDisabled={!of.mayAnswer || isPending}
          onChange={(isOn) => (isOn ? setSheet('sign') : sayNo())}
        />
      )}
      {sheet === 'sign' && (
        <SignSheet consents={consents} of={of} text={text} onClose={() => setSheet(null)} />
      )}
      {sheet === 'stop' && <StopSheet isStopping={isPending} onStop={sayNo} onClose={() => setSheet(null)} />}
    </>
  )
}
