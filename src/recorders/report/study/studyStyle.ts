/** What the table of a study adds to the report's style sheet. */
export const studyStyle = `
.results { margin-top: 1.25rem; }
.results caption { font-weight: 600; color: var(--text); }
.results th, .results td { text-align: left; padding: .2rem .8rem .2rem 0; white-space: nowrap; overflow-wrap: normal; }
.results th[scope="row"] { white-space: normal; }
.results thead th { color: var(--muted); }
.results small { display: block; color: var(--muted); }
.outside { color: var(--series-2); font-weight: 600; }
.undecided { color: var(--muted); }
`;
