import { dialled, SAFETY_STEPS, type SafetyLine, type SafetySteps } from '@accord/domain/safety/safety-plan'
import { PhoneIcon } from '../icons/phone-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

/** A safety plan to read: step after step, in its writers' words; nobody has to look for anything. (SA6) */
export function PlanView({ steps }: { readonly steps: SafetySteps }) {
  const t = useUiMessages()
  const written = SAFETY_STEPS.filter((step) => steps[step].length > 0)
  return (
    <ol className="ac-safety">
      {written.map((step) => (
        <li key={step}>
          <h3 className="ac-subheading">{t(`safety.${step}`)}</h3>
          <ul>
            {steps[step].map((line, at) => (
              <li key={at} dir="auto">
                <Line line={line} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function Line({ line: { words, phone } }: { readonly line: SafetyLine }) {
  const t = useUiMessages()
  return (
    <>
      <span>{words}</span>
      {phone !== null && (
        <a
          className="ac-safety-phone"
          href={dialled(phone)}
          aria-label={t('safety.ring', { name: words, number: phone })}
        >
          <PhoneIcon size={16} />
          <span dir="ltr">{phone}</span>
        </a>
      )}
    </>
  )
}
