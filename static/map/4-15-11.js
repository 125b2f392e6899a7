export default {"land":"mdo_DPiBNNVpBJFKLBbHHERsB0C","labels":[]};
