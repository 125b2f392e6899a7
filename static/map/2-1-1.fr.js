export default ["Maroc","","Espagne","Irlande","Royaume-Uni","Guinée","Côte d'Ivoire","","Sénégal","","Colombie","","","","","Mauritanie","Islande","Océan Atlantique","Londres","","","","",""];
