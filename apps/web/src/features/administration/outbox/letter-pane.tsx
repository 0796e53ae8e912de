import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Letter } from '@accord/domain/rest/outbox'
import { Button } from '@accord/ui/controls/button'
import { Chip } from '@accord/ui/controls/chip'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { CopyIcon } from '@accord/ui/icons/copy-icon'
import { PrinterIcon } from '@accord/ui/icons/printer-icon'
import { LockIcon } from '@accord/ui/icons/lock-icon'
import { ShieldCheckIcon } from '@accord/ui/icons/shield-check-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { Announcement } from '@accord/ui/states/announcement'
import { GoalSkeleton } from '@accord/ui/states/goal-skeleton'
import { FailedPage } from '../../../lib/failed-page.js'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { letterQuery, settleLetter } from '../api/outbox.js'
import { SaveTrouble } from '../save-trouble.js'

/** One letter as its person reads it, and what can still be done for it. */
export function LetterPane({ id }: { readonly id: string }) {
  const t = useWebMessages()
  const { data, error, refetch } = useQuery(letterQuery(id))
  return (
    <section className="web-outbox-pane" aria-label={t('outbox.letter')}>
      {data !== undefined ? (
        <Opened letter={data} />
      ) : error === null ? (
        <GoalSkeleton sentence={t('outbox.opening')} />
      ) : (
        <FailedPage error={error} what={t('outbox.letterWhat')} onRetry={() => void refetch()} />
      )}
    </section>
  )
}

function Opened({ letter }: { readonly letter: Letter }) {
  const t = useWebMessages()
  const format = useFormat()
  const name = givenName(letter.name)
  return (
    <>
      <div className="web-outbox-acts">
        <Chip tone={letter.state === 'failed' ? 'attention' : 'quiet'}>
          {t('outbox.chip', {
            state: letter.state,
            at: format.moment(new Date(letter.settledAt ?? letter.at), new Date()),
          })}
        </Chip>
        <Acts letter={letter} />
      </div>
      <article className="web-letter">
        <dl>
          <dt>{t('outbox.to')}</dt>
          <dd>{t('outbox.address', { name: letter.name, email: letter.email })}</dd>
          <dt>{t('outbox.from')}</dt>
          <dd>{letter.from}</dd>
          <dt>{t('outbox.subject')}</dt>
          <dd>{letter.subject}</dd>
        </dl>
        {letter.before.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {letter.link.state !== 'none' && (
          <p className="web-letter-link" data-state={letter.link.state}>
            {letter.link.state === 'shown'
              ? letter.link.address
              : letter.link.state === 'gone'
                ? t('outbox.linkGone')
                : t('outbox.linkHidden', { name })}
          </p>
        )}
        {letter.after.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </article>
      <ul className="web-outbox-proof">
        <li>
          <ShieldCheckIcon size={18} />
          <span>{t.rich('outbox.noClinicalWords', { b: (words) => <b>{words}</b> })}</span>
        </li>
        {letter.link.state !== 'none' && (
          <li>
            <LockIcon size={18} />
            <span>
              {t.rich('outbox.aboutLink', {
                b: (words) => <b>{words}</b>,
                state: letter.link.state,
                name,
              })}
            </span>
          </li>
        )}
      </ul>
    </>
  )
}

/** Only what helps this letter in its state. */
function Acts({ letter }: { readonly letter: Letter }) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const settle = useMutation({
    mutationFn: (how: 'again' | 'handed-over') => settleLetter(letter.id, how),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['outbox'] }),
  })
  // Nor has one an address any more that was the last to somebody who is erased. (ER11)
  const isGone = letter.link.state === 'gone' || (letter.kind === 'farewell' && letter.state === 'failed')
  const mayGive = letter.state === 'kept' || (letter.state === 'failed' && !isGone)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(wholeText(letter))
      setCopied('yes')
    } catch {
      // Some browsers keep the clipboard shut; the words can still be marked by hand.
      setCopied('no')
    }
  }
  return (
    <>
      <div className="web-desk-actions">
        {letter.state === 'failed' && !isGone && (
          <Button
            kind="primary"
            isPending={settle.isPending && settle.variables === 'again'}
            onPress={() => settle.mutate('again')}
          >
            {t('outbox.again')}
          </Button>
        )}
        {mayGive && (
          <Button icon={<PrinterIcon />} onPress={() => window.print()}>
            {t('outbox.print')}
          </Button>
        )}
        {mayGive && (
          <Button icon={copied === 'yes' ? <CheckIcon /> : <CopyIcon />} onPress={() => void copy()}>
            {copied === 'yes' ? t('desk.link.copied') : t('outbox.copy')}
          </Button>
        )}
        {mayGive && (
          <Button
            kind={letter.state === 'kept' ? 'primary' : 'secondary'}
            isPending={settle.isPending && settle.variables === 'handed-over'}
            onPress={() => settle.mutate('handed-over')}
          >
            {t('outbox.handedOver')}
          </Button>
        )}
      </div>
      {copied === 'no' && (
        <p className="ac-small" role="alert">
          {t('outbox.byHand')}
        </p>
      )}
      <SaveTrouble error={settle.error} />
      <Announcement words={copied === 'yes' ? t('desk.link.copied') : ''} />
    </>
  )
}

function wholeText({ before, after, link }: Letter): string {
  return [...before, ...(link.state === 'shown' ? [link.address] : []), ...after].join('\n\n')
}
