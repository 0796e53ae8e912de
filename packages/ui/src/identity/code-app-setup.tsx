import { type SubmitEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { CodeAppBegun, CodeAppConfirmed } from '@accord/domain/rest/factors'
import { encode } from 'uqr'
import { Button } from '../controls/button.js'
import { TextField } from '../controls/text-field.js'
import { CopyIcon } from '../icons/copy-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Asking } from './asking.js'
import { Trouble } from './trouble.js'
import { useAttempt } from './use-attempt.js'

interface CodeAppSetupProps {
  readonly begun: CodeAppBegun
  readonly asking: Asking
  readonly onDone: () => void
}

/** The secret as a picture and as letters, a first code of it, and the codes for the day it is lost. (ID27, ID29) */
export function CodeAppSetup({ begun, asking, onDone }: CodeAppSetupProps) {
  const t = useUiMessages()
  const [code, setCode] = useState('')
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const attempt = useAttempt()
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (code.trim() === '') return
    attempt.run(async () => {
      const body = { code: code.replace(/\s/g, '') }
      const confirmed = await asking.post<CodeAppConfirmed>('/api/me/code-app/confirm', body)
      setCodes(confirmed.recoveryCodes)
    })
  }
  if (codes !== null) return <RecoveryCodes codes={codes} onDone={onDone} />
  return (
    <form onSubmit={send} noValidate className="ac-identity">
      <p>{t('identity.app.scan')}</p>
      <div className="ac-code-app">
        <Picture of={begun.address} />
        <p className="ac-small">
          {t('identity.app.byHand')}
          <code>{begun.secret.match(/.{4}/g)?.join(' ')}</code>
        </p>
      </div>
      <TextField
        label={t('identity.app.first')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
      <Trouble error={attempt.error} codeOf={asking.codeOf} />
      <Button kind="primary" type="submit" isPending={attempt.isPending}>
        {t('identity.app.confirm')}
      </Button>
    </form>
  )
}

function RecoveryCodes({
  codes,
  onDone,
}: {
  readonly codes: readonly string[]
  readonly onDone: () => void
}) {
  const t = useUiMessages()
  const [isCopied, setIsCopied] = useState(false)
  const told = useRef<HTMLParagraphElement>(null)
  // The form that had the focus is gone, and these are shown only now.
  useEffect(() => told.current?.focus(), [])
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join('\n'))
      setIsCopied(true)
    } catch {
      // The codes stand there to be written down all the same.
      setIsCopied(false)
    }
  }
  return (
    <div className="ac-identity">
      <p ref={told} tabIndex={-1}>
        {t('identity.app.recovery')}
      </p>
      <ul className="ac-recovery-codes">
        {codes.map((one) => (
          <li key={one}>
            <code>{one}</code>
          </li>
        ))}
      </ul>
      <div className="ac-identity-acts">
        <Button kind="primary" onPress={onDone}>
          {t('identity.app.kept')}
        </Button>
        <Button icon={<CopyIcon />} onPress={() => void copy()}>
          {t(isCopied ? 'identity.copied' : 'identity.copy')}
        </Button>
      </div>
    </div>
  )
}

/** Black on white in either theme: telephones read it so. */
function Picture({ of }: { readonly of: string }) {
  const t = useUiMessages()
  const { data, size } = useMemo(() => encode(of, { border: 2 }), [of])
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return (
    <svg className="ac-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('identity.app.picture')}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
