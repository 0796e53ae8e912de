import { useState } from 'react'
import type { PasskeyOptions } from '@accord/domain/rest/passkey'
import type { Self } from '@accord/domain/rest/self'
import type { Proof, Proven, Welcome } from '@accord/domain/rest/welcome'
import type { Asking } from './asking.js'
import { makePasskey } from './passkeys.js'
import { ProofStep } from './proof-step.js'
import { BrokenOff, useAttempt } from './use-attempt.js'
import { WayStep } from './way-step.js'

interface LinkStepsProps {
  readonly token: string
  readonly welcome: Welcome
  readonly asking: Asking
  /** The link is used, and its person is signed in. */
  readonly onIn: (self: Self) => void
}

/** From a good link to being signed in: show that it is you, then choose how you sign in. (ID16–ID20) */
export function LinkSteps({ token, welcome, asking, onIn }: LinkStepsProps) {
  const [known, setKnown] = useState<{ readonly proof: Proof; readonly proven: Proven } | null>(null)
  const attempt = useAttempt()
  if (known === null) {
    const prove = (proof: Proof) =>
      attempt.run(async () => {
        setKnown({ proof, proven: await asking.post<Proven>('/api/welcome/prove', { token, proof }) })
      })
    return <ProofStep proofs={welcome.proofs} attempt={attempt} codeOf={asking.codeOf} onProve={prove} />
  }
  const { proof, proven } = known
  const withPassword = (password: string) =>
    attempt.run(async () => onIn(await asking.post<Self>('/api/welcome', { token, proof, password })))
  const withPasskey = () =>
    attempt.run(async () => {
      const options = await asking.post<PasskeyOptions>('/api/welcome/passkey/options', { token, proof })
      const passkey = await makePasskey(options)
      if (!passkey) throw new BrokenOff()
      onIn(await asking.post<Self>('/api/welcome/passkey', { token, proof, passkey }))
    })
  return (
    <WayStep
      proven={proven}
      attempt={attempt}
      codeOf={asking.codeOf}
      onPasskey={withPasskey}
      onPassword={withPassword}
    />
  )
}
