export default {"land":"wEu4CIMHORALTKN ufyhDBMRBSP","labels":[["c","Marshall Is.",1246,1402,5,82],["c","Micronesia",67,1420,5,82]]};
