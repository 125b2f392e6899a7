export default {"land":"8-DiBFKVCOTLLCT","labels":[["c","Samoa",172,313,3,84]]};
