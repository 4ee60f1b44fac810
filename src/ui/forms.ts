// What forms are made of, and what is shown of one that came back: pages take it from here.

export { default as ActForm } from "./ActForm.svelte";
export { default as CellInput } from "./CellInput.svelte";
export { default as CheckboxGroup } from "./CheckboxGroup.svelte";
export { default as DateInput } from "./DateInput.svelte";
export { default as ErrorSummary } from "./ErrorSummary.svelte";
export { default as FileInput } from "./FileInput.svelte";
export { default as RadioGroup } from "./RadioGroup.svelte";
export { default as RecordedNow } from "./RecordedNow.svelte";
export { default as SeenVersion } from "./SeenVersion.svelte";
export { default as Select } from "./Select.svelte";
export { default as TextArea } from "./TextArea.svelte";
export { default as TextInput } from "./TextInput.svelte";
export { controlAttributes, errorFor, fieldId } from "./field.ts";
export { fieldsOf } from "./fields-of.ts";
export { formErrors, inLanguage } from "./form-errors.ts";
export { formState, formTried, refusalIn } from "./form-state.ts";
export { keepAndRefresh, refreshIfChanged } from "./keep-and-refresh.ts";
export { changedMeanwhile } from "./seen-version.ts";
export { sendForm } from "./send-form.ts";
