import { type SubmitEvent, useState } from 'react'
import type { Proof, ProofKind } from '@accord/domain/rest/welcome'
import { Button } from '../controls/button.js'
import { OnePill } from '../controls/choice-pills.js'
import { TextField } from '../controls/text-field.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { Asking } from './asking.js'
import { Trouble } from './trouble.js'
import type { Attempt } from './use-attempt.js'

interface ProofStepProps {
  readonly proofs: readonly ProofKind[]
  readonly attempt: Attempt
  readonly codeOf: Asking['codeOf']
  readonly onProve: (proof: Proof) => void
}

/** Something that the link does not carry: its person chooses which. (ID18) */
export function ProofStep({ proofs, attempt, codeOf, onProve }: ProofStepProps) {
  const t = useUiMessages()
  const [kind, setKind] = useState<ProofKind>(proofs[0] ?? 'code')
  const [value, setValue] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setIsAsked(true)
    if (value.trim() !== '') onProve({ kind, value: value.trim() })
  }
  const choose = (next: ProofKind) => {
    setKind(next)
    setValue('')
    setIsAsked(false)
  }
  return (
    <form onSubmit={send} noValidate className="ac-identity">
      {proofs.length > 1 && (
        <OnePill
          label={t('identity.proveBy')}
          choices={proofs.map((id) => ({ id, label: t(`identity.choice.${id}`) }))}
          chosen={kind}
          onChoose={choose}
        />
      )}
      <TextField
        key={kind}
        label={t(`identity.proof.${kind}`)}
        description={t(`identity.proofHint.${kind}`)}
        type={kind === 'birth-date' ? 'date' : 'text'}
        inputMode={kind === 'code' ? 'numeric' : 'text'}
        autoComplete={kind === 'birth-date' ? 'bday' : 'one-time-code'}
        value={value}
        onChange={setValue}
        error={isAsked && value.trim() === '' ? t(`identity.proofMissing.${kind}`) : undefined}
      />
      <Trouble error={attempt.error} codeOf={codeOf} />
      <Button kind="primary" size="large" block type="submit" isPending={attempt.isPending}>
        {t('identity.go')}
      </Button>
    </form>
  )
}
