export { layerChart, quantityCharts, type Quantity, type QuantityChart } from './quantityChart.js';
export { timeChart, type TimeChartOptions } from './timeChart.js';
