import { useState } from 'react'
import type { AskedPurpose } from '@accord/domain/consent/purpose'
import type { CaseConsents, ClientConsents } from '@accord/domain/rest/consent'
import { cleanText } from '@accord/domain/text/characters'
import { useAnswerConsent } from '../../lib/consents.js'

/** What somebody has read, chosen and typed until they sign it. (CO3) */
export function useConsentForm({ caseId, texts }: CaseConsents, of: ClientConsents, onSigned: () => void) {
  const asked = of.asked.map(({ purpose }) => purpose)
  const limits = asked.includes('limits') ? texts.find(({ purpose }) => purpose === 'limits') : undefined
  const points = limits?.points.length ?? 0
  const [read, setRead] = useState<readonly number[]>([])
  // Nobody's yes is taken for granted: it begins as off.
  const [supervision, setSupervision] = useState(false)
  const [name, setName] = useState('')
  const { mutate, error, isPending } = useAnswerConsent(caseId, onSigned)
  const typed = cleanText(name).trim()
  const answerOf = (purpose: AskedPurpose) => (purpose === 'supervision' && !supervision ? 'no' : 'yes')
  const sign = () => {
    const answers = asked.flatMap((purpose) => {
      const text = texts.find((one) => one.purpose === purpose)
      return text ? [{ purpose, answer: answerOf(purpose), text: text.hash } as const] : []
    })
    mutate({ client: of.client, body: { name: typed, acknowledged: points, said: answers } })
  }
  return {
    asked,
    limits,
    isRead: (point: number) => read.includes(point),
    tick: (point: number, isRead: boolean) =>
      setRead(isRead ? [...read, point] : read.filter((one) => one !== point)),
    left: points - read.length,
    supervision,
    setSupervision,
    name,
    setName,
    isNamed: typed !== '',
    sign,
    isSending: isPending,
    error,
  }
}
