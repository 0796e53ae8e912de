import { useState } from 'react'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { TextField } from '@accord/ui/controls/text-field'
import { CheckIcon } from '@accord/ui/icons/check-icon'
import { CopyIcon } from '@accord/ui/icons/copy-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { Announcement } from '@accord/ui/states/announcement'
import { givenName } from '../../lib/people.js'
import { useNow } from '../../lib/use-now.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import type { Given } from './api/first-sign-in.js'

interface HandOverProps {
  readonly name: string
  readonly given: Given
  /** For somebody who came in before. */
  readonly isAgain: boolean
  readonly onClose: () => void
}

/** A link and its code, shown this once; nobody can look them up again. The letter has the link where one was sent. (CL7) */
export function HandOver({ name, given, isAgain, onClose }: HandOverProps) {
  const t = useWebMessages()
  const format = useFormat()
  const now = useNow()
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null)
  const until = new Date(given.expiresAt)
  const { link } = given
  const copy = async (words: string) => {
    try {
      await navigator.clipboard.writeText(words)
      setCopied('yes')
    } catch {
      // Some browsers keep the clipboard shut; the words can still be marked by hand.
      setCopied('no')
    }
  }
  return (
    <Dialog
      title={t(isAgain ? 'desk.link.titleAgain' : 'desk.link.title', { name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          {link !== null && (
            <Button
              kind="primary"
              icon={copied === 'yes' ? <CheckIcon /> : <CopyIcon />}
              onPress={() => void copy(link)}
            >
              {copied === 'yes' ? t('desk.link.copied') : t('desk.link.copy')}
            </Button>
          )}
          <Button onPress={onClose}>{t(link === null ? 'desk.link.noted' : 'desk.link.close')}</Button>
        </>
      }
    >
      <p className="web-dialog-lead">
        {t(link === null ? 'desk.link.sent' : 'desk.link.lead', {
          name: givenName(name),
          day: format.day(until, now),
          time: format.time(until),
        })}
      </p>
      {link !== null && (
        <TextField
          label={t('desk.link.label')}
          value={link}
          isReadOnly
          lines={3}
          description={t('desk.link.hint')}
        />
      )}
      {given.code === null ? (
        <p className="web-link-told">
          {t('desk.link.toldByOthers', {
            name: givenName(name),
            tellers: format.list(given.tellers),
            count: given.tellers.length,
          })}
        </p>
      ) : (
        <Code code={given.code} name={givenName(name)} />
      )}
      {copied === 'no' && (
        <p className="ac-small" role="alert">
          {t('desk.link.byHand')}
        </p>
      )}
      <Announcement words={copied === 'yes' ? t('desk.link.copied') : ''} />
    </Dialog>
  )
}

/** What goes another way than the link. */
function Code({ code, name }: { readonly code: string; readonly name: string }) {
  const t = useWebMessages()
  return (
    <div className="web-link-code">
      <p className="ac-label">{t('desk.link.code')}</p>
      <p className="web-link-digits">
        <output aria-label={t('desk.link.code')}>{`${code.slice(0, 3)} ${code.slice(3)}`}</output>
      </p>
      <p className="ac-hint">{t('desk.link.codeHint', { name })}</p>
    </div>
  )
}
