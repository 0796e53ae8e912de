import { useFormat } from '@accord/ui/messages/use-format'

const PARTS: Readonly<Record<number, string>> = { 0.25: '¼', 0.5: '½', 0.75: '¾' }

/** Minutes as people say hours: "19½", "0.4". Nothing is rounded up. */
export function useHours(): (minutes: number) => string {
  const format = useFormat()
  return (minutes) => {
    const whole = Math.floor(minutes / 60)
    const part = PARTS[minutes / 60 - whole]
    if (part !== undefined) return whole === 0 ? part : `${format.number(whole)}${part}`
    return format.number(Math.floor((minutes / 60) * 10) / 10)
  }
}
