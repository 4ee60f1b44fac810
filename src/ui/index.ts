// The parts of pages that are no form, and how they write days and numbers: pages take them from here.

export { default as Button } from "./Button.svelte";
export { default as DataTable } from "./DataTable.svelte";
export { default as DueTag } from "./DueTag.svelte";
export { default as EmptyState } from "./EmptyState.svelte";
export { default as ExportLinks } from "./ExportLinks.svelte";
export { default as FigureTile } from "./FigureTile.svelte";
export { default as FilterBar } from "./FilterBar.svelte";
export { default as Heard } from "./Heard.svelte";
export { default as Icon } from "./Icon.svelte";
export { default as ListPages } from "./ListPages.svelte";
export { default as Notice } from "./Notice.svelte";
export { default as PageHeader } from "./PageHeader.svelte";
export { default as Pagination } from "./Pagination.svelte";
export { default as Progress } from "./Progress.svelte";
export { default as QrCode } from "./QrCode.svelte";
export { default as Section } from "./Section.svelte";
export { default as SheetVerdict } from "./SheetVerdict.svelte";
export { default as StatusTag } from "./StatusTag.svelte";
export { default as SummaryList } from "./SummaryList.svelte";
export { default as Tabs } from "./Tabs.svelte";
export { default as Timeline } from "./Timeline.svelte";
export { default as TreeList } from "./TreeList.svelte";
export { formatDate, formatDayInWords, formatLongDate, formatNumber } from "./date-text.ts";
export { daysLeftText } from "./days-left-text.ts";
export { type IconName } from "./icons/names.ts";
export { type Column } from "./table.ts";
