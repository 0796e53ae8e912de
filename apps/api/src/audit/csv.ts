/** What makes a spreadsheet run a cell instead of showing it. (ASVS 1.2.10) */
const TRIGGER = /^[=+\-@\t\r\0]/

/**
 * A CSV file (RFC 4180) that a spreadsheet shows and never runs: a cell that would start a formula is marked as text
 * with an apostrophe.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(cell).join(',') + '\r\n').join('')
}

function cell(value: string): string {
  const shown = TRIGGER.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown
}
