/** With JavaScript the search runs on the locator page, from files; without, the edge answers the same form. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-action-with-script]')) {
  form.action = form.dataset['actionWithScript'] ?? form.action
}
