import './intake-check-list.ts'
import './intake-form.ts'
import './intake-print.ts'
