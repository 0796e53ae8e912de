/** Noon of a day (YYYY-MM-DD), so that it is that day wherever it is read. */
export function dayOf(day: string): Date {
  return new Date(`${day}T12:00:00`)
}
