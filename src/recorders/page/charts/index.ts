export { timeChart, type TimeChartOptions } from './timeChart.js';
