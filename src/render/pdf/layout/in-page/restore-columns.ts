/// <reference lib="dom" />

/** Have the text stand in columns again, for the browser to fill them. Runs in the page, after `pageArea`. */
export function restoreColumns(): void {
  const columns = document.querySelector<HTMLElement>('main .columns')
  if (columns !== null) Object.assign(columns.style, {columnCount: '', display: '', width: ''})
}
